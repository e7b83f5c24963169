package rongtong.ledger;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import rongtong.form.Choice;
import rongtong.form.LookupSource;
import rongtong.organization.Sector;
import rongtong.shared.Page;

/** Offers fields to pickers: {@code /fields} or {@code /fields?sector=INDUSTRY}. */
@Component
class FieldLookup implements LookupSource {

    private final Fields fields;

    FieldLookup(Fields fields) {
        this.fields = fields;
    }

    @Override
    public boolean serves(String address) {
        return "/fields"
                .equals(UriComponentsBuilder.fromUriString(address).build().getPath());
    }

    @Override
    public Page<Choice> find(String address, String filter, int page, int size) {
        return fields.find(sector(address), filter, page, size).map(field -> new Choice(field.code(), field.name()));
    }

    @Override
    public Optional<String> name(String address, String code) {
        var sector = sector(address);
        return fields.find(code)
                .filter(field -> sector == null || field.sector() == sector)
                .map(FieldOfWork::name);
    }

    private static @Nullable Sector sector(String address) {
        var sector = UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .getFirst("sector");
        return sector == null || sector.isBlank() ? null : Sector.valueOf(sector.toUpperCase(Locale.ROOT));
    }
}
