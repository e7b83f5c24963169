package rongtong.alliance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The fields (领域) of the three sectors in which alliances are built. The plan speaks of 「三次产业30余个发展领域」
 * (LN-ALLIANCE 一(三)) and names none: the catalogue {@code data/alliance-fields.csv} is a default, kept as data.
 */
@Component
public class IndustryFields {

    private final List<IndustryField> all;

    IndustryFields() {
        try (var lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("data/alliance-fields.csv").getInputStream(), StandardCharsets.UTF_8))) {
            all = lines.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(IndustryFields::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All fields, by sector. */
    public List<IndustryField> all() {
        return all;
    }

    public Stream<IndustryField> of(Sector sector) {
        return all.stream().filter(field -> field.sector() == sector);
    }

    public Optional<IndustryField> find(String code) {
        return all.stream().filter(field -> field.code().equals(code)).findFirst();
    }

    /** Name in the language of the person at work; the code itself if the catalogue does not have it any more. */
    public String name(String code) {
        var english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        return find(code)
                .map(field -> english ? field.nameEn() : field.nameZh())
                .orElse(code);
    }

    private static IndustryField read(String line) {
        var cells = line.split(",", -1);
        return new IndustryField(cells[0], Sector.valueOf(cells[1]), cells[2], cells[3]);
    }

    /** One field of the catalogue. */
    public record IndustryField(String code, Sector sector, String nameZh, String nameEn) {}
}
