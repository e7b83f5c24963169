package rongtong.selection.round;

import java.util.List;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.form.Choice;
import rongtong.form.LookupSource;
import rongtong.identity.CurrentUser;
import rongtong.selection.programme.Programme;
import rongtong.shared.Page;

/**
 * Offers the programmes that the person's department convenes and that are in use to pickers: {@code /programmes/convened}.
 * Those that are out of use keep their name.
 */
@Component
class ConvenedLookup implements LookupSource {

    private final ConvenedProgrammes programmes;
    private final CurrentUser user;

    ConvenedLookup(ConvenedProgrammes programmes, CurrentUser user) {
        this.programmes = programmes;
        this.user = user;
    }

    @Override
    public boolean serves(String address) {
        return address.equals("/programmes/convened");
    }

    @Override
    public Page<Choice> find(String address, String filter, int page, int size) {
        var own = choices(programmes.inUse(user.organization())).stream()
                .filter(choice -> (choice.value() + " " + choice.label()).contains(filter))
                .toList();
        return new Page<>(own.stream().skip((long) page * size).limit(size).toList(), page, size, own.size());
    }

    @Override
    public Optional<String> name(String address, String code) {
        return choices(programmes.of(user.organization())).stream()
                .filter(choice -> code.equals(choice.value()))
                .map(Choice::label)
                .findFirst();
    }

    private static List<Choice> choices(List<Programme> programmes) {
        return programmes.stream()
                .map(programme -> new Choice(programme.key(), name(programme)))
                .toList();
    }

    private static String name(Programme programme) {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? programme.nameEn() : programme.name();
    }
}
