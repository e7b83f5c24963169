package rongtong.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.organization.Majors;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Organizations;
import rongtong.organization.Sector;

/** What a few entries refer to, asked one by one. */
@Component
class LiveReferences implements EntryDraft.References {

    private final Fields fields;
    private final Organizations organizations;
    private final Majors majors;

    LiveReferences(Fields fields, Organizations organizations, Majors majors) {
        this.fields = fields;
        this.organizations = organizations;
        this.majors = majors;
    }

    @Override
    public @Nullable Sector sectorOf(String field) {
        return fields.find(field).map(FieldOfWork::sector).orElse(null);
    }

    @Override
    public @Nullable OrganizationKind kindOf(String organization) {
        return organizations.find(organization).map(found -> found.kind()).orElse(null);
    }

    @Override
    public boolean hasMajor(String code) {
        return majors.name(code).isPresent();
    }
}
