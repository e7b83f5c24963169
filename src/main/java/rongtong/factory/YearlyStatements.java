package rongtong.factory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import rongtong.factory.income.ValueStatements;
import rongtong.factory.register.FactoryRegister;
import rongtong.factory.register.FactoryRow;
import rongtong.identity.Account;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.policy.Settings;
import rongtong.shared.RuleViolation;
import rongtong.workflow.Cases;

/** Begins the yearly statements of all factories that run (default D11), each as a case of its school. */
@Service
public class YearlyStatements {

    private static final Logger LOG = LoggerFactory.getLogger(YearlyStatements.class);
    private static final String SERVICE = "factory-yearly-statement";

    private final FactoryRegister register;
    private final ValueStatements statements;
    private final Cases cases;
    private final Accounts accounts;
    private final CurrentUser user;
    private final Settings settings;
    private final Clock clock;

    YearlyStatements(
            FactoryRegister register,
            ValueStatements statements,
            Cases cases,
            Accounts accounts,
            CurrentUser user,
            Settings settings,
            Clock clock) {
        this.register = register;
        this.statements = statements;
        this.cases = cases;
        this.accounts = accounts;
        this.user = user;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * In the first week of the month of the settings for the running year, which announces the statement to the schools
     * (default D11); in the first week of January for the year that has ended, for factories registered since. What is
     * begun already stays, so every node may try.
     */
    @Scheduled(cron = "0 30 8 1-7 * *", zone = "Asia/Shanghai")
    void announce() {
        var today = LocalDate.now(clock);
        if (today.getMonthValue() == settings.number("factory.statement-announce-month")) {
            beginAll(today.getYear());
        } else if (today.getMonth() == Month.JANUARY) {
            beginAll(today.getYear() - 1);
        }
    }

    /**
     * Begins what is missing of a year.
     *
     * @return how many were begun
     */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public int begin(int year) {
        return beginAll(year);
    }

    private int beginAll(int year) {
        int begun = 0;
        for (var factory : register.running()) {
            if (factory.registeredOn().getYear() <= year && !statements.isBegun(factory.id(), year)) {
                begun += begin(factory, year) ? 1 : 0;
            }
        }
        LOG.info("Began {} statements of {}", begun, year);
        return begun;
    }

    /** One that cannot be begun must not keep the others from it. */
    private boolean begin(FactoryRow factory, int year) {
        var people = accounts.members(Account.group(factory.school(), Role.APPLICANT));
        if (people.isEmpty()) {
            LOG.warn("Nobody at {} can write the statement of {}", factory.school(), factory.number());
            return false;
        }
        try {
            user.runAs(
                    people.getFirst(),
                    () -> cases.start(
                            SERVICE,
                            Map.of(
                                    "factory",
                                    factory.id().toString(),
                                    "title",
                                    factory.name() + year + "年度报告",
                                    "year",
                                    year)));
            return true;
        } catch (RuleViolation refused) {
            LOG.warn("The statement of {} for {} was not begun: {}", factory.number(), year, refused.getMessage());
            return false;
        } catch (Exception failed) {
            LOG.error("The statement of {} for {} failed", factory.number(), year, failed);
            return false;
        }
    }
}
