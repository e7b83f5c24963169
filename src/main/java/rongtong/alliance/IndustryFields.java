package rongtong.alliance;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rongtong.ledger.FieldOfWork;
import rongtong.ledger.Fields;
import rongtong.organization.Sector;
import rongtong.shared.Listed;

/** Says what fields (领域) are called and to which sectors they belong. */
@Component
public class IndustryFields {

    private final Fields fields;

    IndustryFields(Fields fields) {
        this.fields = fields;
    }

    /** In the language of the person; a code that the catalogue has no more stands for itself. */
    public String name(String code) {
        return fields.find(code).map(FieldOfWork::name).orElse(code);
    }

    /** Names as one text. */
    public String names(List<String> codes) {
        return Listed.of(codes.stream().map(this::name).toList());
    }

    public Set<Sector> sectors(Collection<String> codes) {
        return codes.stream()
                .flatMap(code -> fields.find(code).stream())
                .map(FieldOfWork::sector)
                .collect(Collectors.toSet());
    }
}
