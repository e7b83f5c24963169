package rongtong.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import rongtong.RongtongTest;
import rongtong.ledger.LedgerRounds;
import rongtong.ledger.LedgerType;

/** Every address that takes files, found in the program itself, and what nobody should send there. */
@RongtongTest
class UploadsTest {

    private static final String OWNER = "ln-iit.handler";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    LedgerRounds rounds;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID round = UUID.randomUUID();
    private UUID ledger;
    private int entriesBefore;

    /** One that takes entries, so that what is sent is read. */
    @BeforeEach
    void anOpenLedger() {
        ledger = transaction.execute(status -> {
            rounds.open(round, "LN", "LN-IIT");
            return rounds.ledger(round, LedgerType.INDUSTRY).id();
        });
        entriesBefore = entries();
    }

    @AfterEach
    void removeIt() {
        jdbc.sql("delete from ledger.round where case_id = ?").param(round).update();
    }

    @Test
    void hostileUploadsAreRefusedAndNoError() {
        var addresses = mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith("rongtong."))
                .filter(mapping -> mapping.getKey().getConsumesCondition().getConsumableMediaTypes().stream()
                        .anyMatch(MediaType.MULTIPART_FORM_DATA::includes))
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^}]+}", ledger.toString()))
                .toList();
        assertThat(addresses).hasSizeGreaterThanOrEqualTo(2);

        var types = List.of("multipart/form-data; boundary=x", "multipart/form-data", "multipart/form-data; boundary=");
        for (var address : addresses) {
            for (var type : types) {
                uploads().forEach((what, body) -> {
                    for (var repeatable : List.of(true, false)) {
                        assertThat(send(address, type, body, repeatable))
                                .as("%s as %s to %s, repeatable %s", what, type, address, repeatable)
                                .isBetween(200, 499);
                    }
                });
            }
        }
        assertThat(entries()).isEqualTo(entriesBefore);
    }

    @Test
    void hostileWorkbooksAsTheBodyAreRefusedAndNoError() {
        for (var body : List.of(
                new byte[0],
                text("PK\3\4"),
                zip("a.txt", text("a")),
                workbook("<worksheet>"),
                workbook("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet>&b;</worksheet>"),
                workbook("<worksheet>" + "0".repeat(60_000_000)))) {
            assertThat(send("/api/v1/ledgers/" + ledger + "/import", "application/octet-stream", body, true))
                    .as("%d bytes", body.length)
                    .isBetween(400, 499);
        }
        assertThat(entries()).isEqualTo(entriesBefore);
    }

    private int entries() {
        return jdbc.sql("select count(*) from ledger.entry where ledger_id = ?")
                .param(ledger)
                .query(Integer.class)
                .single();
    }

    /** @param repeatable whether the call bears a key by which it may be repeated */
    private int send(String address, String type, byte[] body, boolean repeatable) {
        var account = Base64.getEncoder().encodeToString((OWNER + ":" + password).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Content-Type", type)
                .header("Authorization", "Basic " + account)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (repeatable) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException unreachable) {
            throw new AssertionError(address, unreachable);
        }
    }

    /** Bodies that no browser sends; the boundary is {@code x}. */
    private static Map<String, byte[]> uploads() {
        var name = "Content-Disposition: form-data; name=\"file\"; filename=";
        var workbook = workbook("<!DOCTYPE a [<!ENTITY b \"" + "b".repeat(1000) + "\">]><worksheet>&b;</worksheet>");
        return Map.ofEntries(
                Map.entry("nothing", new byte[0]),
                Map.entry("no part", text("--x--\r\n")),
                Map.entry("no end", text("--x\r\n" + name + "\"a.pdf\"\r\n\r\n%PDF-1.7")),
                Map.entry("no head", text("--x\r\n\r\n%PDF-1.7\r\n--x--\r\n")),
                Map.entry("no name", text("--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n")),
                Map.entry("another field", part("Content-Disposition: form-data; name=\"other\"", text("a"))),
                Map.entry("no file", part("Content-Disposition: form-data; name=\"file\"", text("a"))),
                Map.entry("empty file", part(name + "\"a.xlsx\"", new byte[0])),
                Map.entry("nameless file", part(name + "\"\"", text("%PDF-1.7"))),
                Map.entry("a way out", part(name + "\"../../../etc/passwd.pdf\"", text("%PDF-1.7"))),
                Map.entry("a way out on Windows", part(name + "\"..\\..\\a.pdf\"", text("%PDF-1.7"))),
                Map.entry("NUL in the name", part(name + "\"a\0.pdf\"", text("%PDF-1.7"))),
                Map.entry("a huge name", part(name + "\"" + "a".repeat(20_000) + ".pdf\"", text("%PDF-1.7"))),
                Map.entry("a huge head", part("X-Much: " + "a".repeat(100_000), text("a"))),
                Map.entry("letters of no script", part(name + "\"\u00ff\ufffe\ud83d.pdf\"", text("%PDF-1.7"))),
                Map.entry("a program", part(name + "\"a.pdf\"", text("MZ" + "\0".repeat(100)))),
                Map.entry("a web page", part(name + "\"a.html\"", text("<script>alert(1)</script>"))),
                Map.entry("no workbook", part(name + "\"a.xlsx\"", text("PK\3\4" + "a".repeat(500)))),
                Map.entry("a workbook of nothing", part(name + "\"a.xlsx\"", zip("a.txt", text("a")))),
                Map.entry("entities", part(name + "\"a.xlsx\"", workbook)),
                Map.entry("much in little", part(name + "\"a.xlsx\"", workbook("0".repeat(60_000_000)))),
                Map.entry("two files", text(("--x\r\n" + name + "\"a.pdf\"\r\n\r\na\r\n").repeat(2) + "--x--\r\n")),
                Map.entry(
                        "a thousand parts",
                        text("--x\r\nContent-Disposition: form-data; name=\"p\"\r\n\r\na\r\n".repeat(1000)
                                + "--x--\r\n")));
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] part(String head, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(text("--x\r\n" + head + "\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(text("\r\n--x--\r\n"));
        return body.toByteArray();
    }

    private static byte[] workbook(String sheet) {
        return zip(
                "[Content_Types].xml", text("<Types/>"),
                "xl/workbook.xml", text("<workbook/>"),
                "xl/worksheets/sheet1.xml", text(sheet));
    }

    /** @param entries name, content, name, content, … */
    private static byte[] zip(Object... entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write((byte[]) entries[i + 1]);
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }
}
