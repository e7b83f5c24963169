package rongtong.organization.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rongtong.organization.CodeName;
import rongtong.organization.Majors;
import rongtong.organization.Organization;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationRow;
import rongtong.organization.Organizations;
import rongtong.organization.Regions;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/** Lists of organisations, regions and majors. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "organizations")
class OrganizationController {

    private final Organizations organizations;
    private final Regions regions;
    private final Majors majors;

    OrganizationController(Organizations organizations, Regions regions, Majors majors) {
        this.organizations = organizations;
        this.regions = regions;
        this.majors = majors;
    }

    @GetMapping("/organizations")
    @Operation(summary = "Organisations; kind may be a comma list, province=!LN means all other provinces")
    Page<OrganizationRow> organizations(
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String region,
            @RequestParam @Nullable String province,
            @RequestParam @Nullable String sector,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return organizations.find(
                OrganizationFilter.parse(kind, region, province, sector, q), request.page(), request.size());
    }

    @GetMapping("/organizations/{code}")
    @Operation(summary = "One organisation with the functions that it answers for")
    Answer organization(@PathVariable String code) {
        return new Answer(organizations.get(code), organizations.name(code), organizations.functionsOf(code), regions);
    }

    @GetMapping("/regions")
    @Operation(summary = "Provinces, cities and counties (GB/T 2260)")
    Page<CodeName> regions(
            @RequestParam @Nullable String parent,
            @RequestParam @Nullable String level,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return regions.find(parent, level, q, request.page(), request.size());
    }

    @GetMapping("/majors")
    @Operation(summary = "Majors of the national catalogues")
    Page<CodeName> majors(
            @RequestParam @Nullable String level,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        return majors.find(level, q, request.page(), request.size());
    }

    /** One organisation as programs see it. */
    record Answer(
            String code,
            String name,
            String kind,
            String level,
            String province,
            @Nullable String region,
            @Nullable String regionName,
            @Nullable String ownership,
            @Nullable String supervisor,
            @Nullable String sector,
            @Nullable String schoolType,
            @Nullable String industry,
            Set<String> functions) {

        Answer(Organization o, String name, Set<String> functions, Regions regions) {
            this(
                    o.code(),
                    name,
                    o.kind().name(),
                    o.level().name(),
                    o.province(),
                    o.region(),
                    o.region() == null ? null : regions.name(o.region()).orElse(null),
                    o.ownership(),
                    o.supervisor(),
                    o.sector() == null ? null : o.sector().name(),
                    o.schoolType(),
                    o.industry(),
                    functions);
        }
    }
}
