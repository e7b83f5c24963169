package rongtong.document;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of this module.
 *
 * @param largestAttachment larger files are refused
 * @param keepDraftFiles how long a file is kept that no case has taken up
 * @param fontFolders where Chinese fonts are looked for; if empty, the usual places of the operating system
 * @param publicAddress where people outside reach this application, printed on documents; without slash at the end
 * @param printBehind whether this machine prints what has been issued; otherwise each document is printed when it is read
 * @param verificationsPerMinute how often one address may ask whether a document is genuine
 */
@ConfigurationProperties("rongtong.document")
public record DocumentSettings(
        @DefaultValue("50MB") DataSize largestAttachment,
        @DefaultValue("180d") Duration keepDraftFiles,
        @DefaultValue List<Path> fontFolders,
        @DefaultValue("http://localhost:8080") String publicAddress,
        @DefaultValue("true") boolean printBehind,
        @DefaultValue("20") int verificationsPerMinute) {}
