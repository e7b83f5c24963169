package rongtong.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.util.unit.DataSize;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/**
 * What has arrived of an upload.
 *
 * @param size in bytes
 */
record Received(long size, String sha256) {

    /** @throws RuleViolation as soon as there is more than allowed, and if there is nothing */
    static Received write(InputStream content, Path file, DataSize largest, AcceptedName name) throws IOException {
        var digest = sha256Digest();
        var size = 0L;
        try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            var buffer = new byte[64 * 1024];
            for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > largest.toBytes()) {
                    throw new RuleViolation(
                            Message.of("document.attachment.too-large", name.name(), largest.toMegabytes()));
                }
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw new RuleViolation(Message.of("document.attachment.empty", name.name()));
        }
        return new Received(size, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
