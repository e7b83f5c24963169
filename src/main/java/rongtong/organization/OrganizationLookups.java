package rongtong.organization;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import rongtong.form.Choice;
import rongtong.form.LookupSource;
import rongtong.shared.LookupAddress;
import rongtong.shared.Page;

/** Offers organisations, regions and majors to the pickers of forms, at the addresses and with the parameters of REST. */
@Component
class OrganizationLookups implements LookupSource {

    private static final String ORGANIZATIONS = "/organizations";
    private static final String REGIONS = "/regions";
    private static final String MAJORS = "/majors";
    private static final int FEW = 50;

    private final Organizations organizations;
    private final Regions regions;
    private final Majors majors;

    OrganizationLookups(Organizations organizations, Regions regions, Majors majors) {
        this.organizations = organizations;
        this.regions = regions;
        this.majors = majors;
    }

    @Override
    public boolean serves(String address) {
        return Set.of(ORGANIZATIONS, REGIONS, MAJORS)
                .contains(LookupAddress.parse(address).path());
    }

    @Override
    public Page<Choice> find(String address, String filter, int page, int size) {
        return records(address, filter, page, size).map(record -> new Choice(record.code(), record.name()));
    }

    @Override
    public Optional<String> name(String address, String code) {
        return records(address, code, 0, FEW).items().stream()
                .filter(record -> record.code().equals(code))
                .map(CodeName::name)
                .findFirst();
    }

    private Page<CodeName> records(String address, String filter, int page, int size) {
        var from = LookupAddress.parse(address);
        return switch (from.path()) {
            case ORGANIZATIONS ->
                organizations
                        .find(
                                OrganizationFilter.parse(
                                        from.parameter("kind"),
                                        from.parameter("region"),
                                        from.parameter("province"),
                                        from.parameter("sector"),
                                        filter),
                                page,
                                size)
                        .map(row -> new CodeName(row.code(), row.name()));
            case REGIONS -> regions.find(from.parameter("parent"), from.parameter("level"), filter, page, size);
            case MAJORS -> majors.find(from.parameter("level"), filter, page, size);
            default -> throw new IllegalArgumentException("Not served here: " + address);
        };
    }
}
