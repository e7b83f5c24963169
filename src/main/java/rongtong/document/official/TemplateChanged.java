package rongtong.document.official;

import java.util.Map;
import rongtong.shared.Auditable;
import rongtong.shared.Message;

/** An administrator has changed the wording of a kind of document. */
record TemplateChanged(String kind, int version, String before, String after) implements Auditable {

    @Override
    public Message description() {
        return Message.of("document.template-changed", Message.of("document.kind." + kind), version);
    }

    @Override
    public String action() {
        return "DOCUMENT-TEMPLATE.CHANGED";
    }

    @Override
    public String subject() {
        return kind;
    }

    @Override
    public Map<String, Object> detail() {
        return Map.of("version", version, "before", before, "after", after);
    }
}
