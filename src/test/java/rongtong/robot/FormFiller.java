package rongtong.robot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import rongtong.form.Field;
import rongtong.form.FieldInstance;
import rongtong.form.Form;
import rongtong.form.FormModel;

/**
 * Fills any form by what its schema says, as a program without knowledge of the procedure would: every required field,
 * most of the others, choices at random, records from the addresses that the fields name.
 */
public class FormFiller {

    private static final List<String> TEXTS = List.of(
            "经研究，同意按此办理。",
            "2026",
            "13904001234",
            "024-86860000",
            "+8613904001234",
            "office@example.cn",
            "https://alliance.example.cn",
            "110000",
            "联盟联络办公室",
            "A1",
            "2026-12-01",
            "1");

    private final Random random;
    private final Function<String, List<String>> lookup;
    private final double eagerness;

    /**
     * @param lookup answers codes of records for an address below {@code /api/v1}
     * @param eagerness how often the first of several decisions is taken, which forms put first because it leads on
     */
    public FormFiller(Random random, Function<String, List<String>> lookup, double eagerness) {
        this.random = random;
        this.lookup = lookup;
        this.eagerness = eagerness;
    }

    /** @param values what the form starts with */
    public Map<String, Object> fill(String form, Map<String, Object> values) {
        var present = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        var model = new FormModel(Form.parse(form), present);
        Set<String> done = new HashSet<>();
        boolean changed = true;
        for (int round = 0; changed && round < 50; round++) {
            changed = false;
            for (var instance : model.visible()) {
                var field = instance.field();
                if (done.contains(instance.path() + field.id())
                        || model.isReadonly(instance)
                        || model.isDisabled(instance)
                        || field.key().isEmpty() && !field.type().equals("dynamiclist")) {
                    continue;
                }
                done.add(instance.path() + field.id());
                changed |= answer(model, instance);
            }
        }
        return model.submit().values();
    }

    private boolean answer(FormModel model, FieldInstance instance) {
        var field = instance.field();
        var answered = model.value(instance);
        var keep = answered != null
                && !answered.equals("")
                && !answered.equals(List.of())
                && !answered.equals(false)
                && !field.processVariable()
                && random.nextInt(4) > 0;
        if (field.type().equals("dynamiclist")) {
            if (model.size(instance) == 0 && field.allowsAddRemove()) {
                model.add(instance);
            }
            return true;
        }
        if (keep || !field.isRequired() && random.nextInt(4) == 0) {
            return false;
        }
        var value = value(model, instance);
        if (value != null) {
            model.set(instance, value);
        }
        return true;
    }

    private Object value(FormModel model, FieldInstance instance) {
        var field = instance.field();
        return switch (field.type()) {
            case "textfield", "textarea" -> text(field);
            case "number" -> number(model, instance);
            case "checkbox" -> field.isRequired() || random.nextBoolean();
            case "radio", "select" ->
                field.isRequired() && random.nextDouble() < eagerness
                        ? choices(model, instance).getFirst()
                        : choose(choices(model, instance));
            case "checklist", "taglist" -> several(choices(model, instance));
            case "datetime" -> moment(field);
            default -> null;
        };
    }

    private String text(Field field) {
        var shortest = field.property("validate.minLength") instanceof Number least ? least.intValue() : 0;
        var longest = field.property("validate.maxLength") instanceof Number most ? most.intValue() : 4000;
        var pattern = field.property("validate.pattern") instanceof String regex ? Pattern.compile(regex) : null;
        var kind = field.property("validate.validationType");
        var fitting = new ArrayList<String>();
        for (var text : TEXTS) {
            var padded = text.length() < shortest && pattern == null ? text.repeat(shortest / text.length() + 1) : text;
            if (padded.length() >= shortest
                    && padded.length() <= longest
                    && (pattern == null || pattern.matcher(padded).find())
                    && (!"email".equals(kind) || padded.contains("@"))
                    && (!"phone".equals(kind) || padded.startsWith("+86"))) {
                fitting.add(padded);
            }
        }
        if (fitting.isEmpty()) {
            throw new AssertionError("No text fits " + field.id() + " " + field.property("validate"));
        }
        return pattern == null && kind == null ? fitting.getFirst() : fitting.get(random.nextInt(fitting.size()));
    }

    private Object number(FormModel model, FieldInstance instance) {
        var least = model.evaluated(instance, "validate.min") instanceof Number min
                ? new BigDecimal(min.toString())
                : BigDecimal.ONE;
        var most = model.evaluated(instance, "validate.max") instanceof Number max
                ? new BigDecimal(max.toString())
                : least.add(BigDecimal.valueOf(100));
        var range = Math.max(1, most.subtract(least).intValue() + 1);
        return least.add(BigDecimal.valueOf(random.nextInt(Math.min(range, 1000))));
    }

    private List<Object> choices(FormModel model, FieldInstance instance) {
        var address = model.lookup(instance);
        return address.isPresent()
                ? List.copyOf(lookup.apply(address.get()))
                : model.choices(instance).stream().map(choice -> choice.value()).toList();
    }

    private Object choose(List<Object> choices) {
        return choices.isEmpty() ? null : choices.get(random.nextInt(choices.size()));
    }

    private List<Object> several(List<Object> choices) {
        var shuffled = new ArrayList<>(new LinkedHashSet<>(choices));
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(shuffled.size(), 1 + random.nextInt(3)));
    }

    private String moment(Field field) {
        var day = LocalDate.now().plusDays(20 + random.nextInt(30)).toString();
        return switch (String.valueOf(field.property("subtype"))) {
            case "time" -> "09:30";
            case "datetime" -> day + "T09:30";
            default -> day;
        };
    }
}
