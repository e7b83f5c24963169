package rongtong.publicnotice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A public notice in a list; the fields as in {@link Notice}. @param entries how many lines it has */
public record NoticeRow(
        UUID id,
        String number,
        String organ,
        String organName,
        NoticeState state,
        String title,
        @Nullable String titleEn,
        int workingDays,
        Instant publishedAt,
        LocalDate firstDay,
        LocalDate lastDay,
        int daysLeft,
        boolean stopped,
        int entries) {}
