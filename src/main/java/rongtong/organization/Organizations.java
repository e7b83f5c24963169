package rongtong.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.RuleViolation;

/** Looks organisations up: who they are, what they are called on a day, which of them answers for a function. */
@Service
public class Organizations {

    /** A renaming shows on every node after this time at the latest. */
    private static final Duration NAMES_STAY_FRESH = Duration.ofMinutes(1);

    private final OrganizationSearch search;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Names names = Names.NONE;

    Organizations(OrganizationSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** @throws NotFound if there is none with this code */
    public Organization get(String code) {
        return find(code).orElseThrow(() -> new NotFound("organization", code));
    }

    public Optional<Organization> find(String code) {
        return search.byCode(code);
    }

    /** Sorted by province, kind and code; {@code size} at least 1. */
    public Page<OrganizationRow> find(OrganizationFilter filter, int page, int size) {
        return search.find(filter, today(), isEnglish(), page, size);
    }

    /** The name valid today, in the language of the person; the code itself where there is no such organisation. */
    public String name(String code) {
        return name(code, today());
    }

    /** The name valid on a day: documents of 2017 say 省农委, those of today 省农业农村厅. */
    public String name(String code, LocalDate on) {
        var known = names().byCode().get(code);
        if (known == null) {
            return code;
        }
        return known.stream()
                .filter(name -> name.isValid(on))
                .findFirst()
                .orElse(known.getLast())
                .in(isEnglish());
    }

    /**
     * The organisation that answers for a function today.
     *
     * @param jurisdiction {@code LN}, {@code JL} or {@code ZJ} for a province; the code of a city's or county's region
     * @param function such as {@code education}
     * @throws RuleViolation if nobody does: the person is told to have it entered
     */
    public String responsible(String jurisdiction, String function) {
        return findResponsible(jurisdiction, function)
                .orElseThrow(
                        () -> new RuleViolation(Message.of("organization.nobody-responsible", function, jurisdiction)));
    }

    /** As {@link #responsible}, nothing if nobody does. */
    public Optional<String> findResponsible(String jurisdiction, String function) {
        return search.responsible(jurisdiction, function, today());
    }

    /** Functions that the organisation answers for today, in any province; empty for most. */
    public Set<String> functionsOf(String code) {
        return new TreeSet<>(search.functionsOf(code, today()));
    }

    /**
     * Who answers for which function today, by function.
     *
     * @param jurisdiction as of {@link #responsible}
     */
    public Map<String, String> functions(String jurisdiction) {
        return search.functions(jurisdiction, today());
    }

    /** After organisations were entered: the next call reads the names again. */
    void forgetNames() {
        names = Names.NONE;
    }

    private Names names() {
        if (isStale(names)) {
            reading.lock();
            try {
                if (isStale(names)) {
                    var byCode = search.names().stream().collect(Collectors.groupingBy(OrganizationName::code));
                    names = new Names(byCode, clock.instant());
                }
            } finally {
                reading.unlock();
            }
        }
        return names;
    }

    private boolean isStale(Names read) {
        return read.at().plus(NAMES_STAY_FRESH).isBefore(clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    private record Names(Map<String, List<OrganizationName>> byCode, Instant at) {

        static final Names NONE = new Names(Map.of(), Instant.EPOCH);
    }

    /** One name of an organisation and the days on which it was or is the name; both ends belong to them. */
    record OrganizationName(
            String code,
            String nameZh,
            @Nullable String nameEn,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        boolean isValid(LocalDate on) {
            return (validFrom == null || !on.isBefore(validFrom)) && (validTo == null || !on.isAfter(validTo));
        }

        String in(boolean english) {
            return english && nameEn != null ? nameEn : nameZh;
        }
    }
}
