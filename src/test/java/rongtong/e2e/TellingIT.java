package rongtong.e2e;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rongtong.selection.SelectionJourney;
import rongtong.selection.WaitingApplications;
import rongtong.selection.application.ApplicationJourney;
import rongtong.selection.round.RoundMessages;
import rongtong.selection.round.Rounds;
import rongtong.workflow.Transactions;

/** The convener watches the applicants being told: the page follows by itself, without being loaded again. */
class TellingIT extends BrowserJourney {

    private static final String CONVENER = "jl-edu.handler";

    @Autowired
    ApplicationJourney applicants;

    @Autowired
    SelectionJourney journey;

    @Autowired
    WaitingApplications applications;

    @Autowired
    Rounds rounds;

    @Autowired
    RoundMessages messages;

    @Autowired
    Transactions transactions;

    private UUID round = new UUID(0, 0);

    @AfterEach
    void forget() {
        applicants.forget(round);
    }

    @Test
    void thePageFollowsWhileTheEngineTells() {
        round = applicants.open("jl-223", Duration.ofDays(1));
        var entered = Stream.of("school-demo-220200-voc", "school-demo-220300-voc", "school-demo-220122-voc")
                .map(school -> applications.entered(round, "school", school))
                .toList();
        transactions.run(() -> messages.tell(round, "selectionDecided", entered));
        var address = "/programmes/jl-223/rounds/" + round + "?tab=messages";

        var convener = person(CONVENER).opens(address).sees("已通知0件，共3件").pictures("telling");
        journey.finishBatches();
        convener.sees("已通知3件，共3件").pictures("told");
        picturesOnAPhone(CONVENER, address, "phone-told");
    }

    @Test
    void whoWasNotReachedIsToldAgainWithOneClick() {
        round = applicants.open("jl-223", Duration.ofDays(1));
        applications.entered(round, "school", "school-demo-220200-voc");
        rounds.told(round, "selectionDecided", Optional.empty(), 1);
        var address = "/programmes/jl-223/rounds/" + round + "?tab=messages";

        picturesOnAPhone(CONVENER, address, "phone-not-reached");
        var convener = person(CONVENER).opens(address).sees("1件尚未通知到").pictures("not-reached");
        convener.clicks("再次通知").sees("已通知0件，共1件");
        journey.finishBatches();
        convener.sees("已通知1件，共1件");
    }

    @Override
    void decide(String step, Map<String, Object> answers) {}

    @Override
    Map<String, String> pictures() {
        return Map.of();
    }
}
