package rongtong.selection.programme;

import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.form.Choice;
import rongtong.form.LookupSource;
import rongtong.shared.LookupAddress;
import rongtong.shared.Page;

/** Offers published programmes to pickers: {@code /programmes}, with the parameters of REST. */
@Component
class ProgrammeLookup implements LookupSource {

    private static final String ADDRESS = "/programmes";

    private final Programmes programmes;

    ProgrammeLookup(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public boolean serves(String address) {
        return LookupAddress.parse(address).path().equals(ADDRESS);
    }

    @Override
    public Page<Choice> find(String address, String filter, int page, int size) {
        var asked = LookupAddress.parse(address);
        return programmes
                .find(
                        ProgrammeFilter.of(asked.parameter("province"), "true".equals(asked.parameter("mine")), filter),
                        page,
                        size)
                .map(programme -> new Choice(programme.key(), programme.name(LocaleContextHolder.getLocale())));
    }

    @Override
    public Optional<String> name(String address, String code) {
        return programmes.published(code).map(programme -> programme.name(LocaleContextHolder.getLocale()));
    }
}
