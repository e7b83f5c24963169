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
 */
@ConfigurationProperties("rongtong.document")
record DocumentSettings(
        @DefaultValue("50MB") DataSize largestAttachment,
        @DefaultValue("180d") Duration keepDraftFiles,
        @DefaultValue List<Path> fontFolders) {}
