package rongtong.factory.income;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.document.DocumentNumbers;
import rongtong.organization.Organizations;

/** Gives filings their numbers, counted by finance department and year without gaps. */
@Service
public class Filings {

    private static final String SERIES = "收益备";

    private final Incomes incomes;
    private final DocumentNumbers numbers;
    private final Organizations organizations;
    private final Clock clock;

    Filings(Incomes incomes, DocumentNumbers numbers, Organizations organizations, Clock clock) {
        this.incomes = incomes;
        this.numbers = numbers;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Puts a reported return on file, in the caller's transaction. @param organ code of the finance department */
    @Transactional
    public void file(UUID caseId, String organ) {
        var before = LocaleContextHolder.getLocaleContext();
        try {
            LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
            var year = LocalDate.now(clock).getYear();
            incomes.file(
                    caseId,
                    numbers.next(organizations.name(organ), SERIES, year).text());
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
