package rongtong.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

@RongtongTest
@Transactional
@WithMockUser(roles = "ADMINISTRATOR")
class SettingsTest {

    @Autowired
    Settings settings;

    @Autowired
    SettingData data;

    @Test
    void readsAreTyped() {
        assertThat(settings.number("consent.deadline-days")).isEqualTo(10);
        assertThat(settings.fraction("council.quorum")).isEqualTo(new Fraction(2, 3, true));
        assertThat(settings.text("council.majority-base")).isEqualTo("PRESENT");
        assertThat(settings.flag("government-representatives-vote")).isFalse();
    }

    @Test
    void aChangeSurvivesTheNextStart() {
        settings.change("consent.deadline-days", " 15 ");

        data.afterPropertiesSet();

        assertThat(settings.number("consent.deadline-days")).isEqualTo(15);
        assertThat(settings.get("consent.deadline-days").changed()).isTrue();
    }

    @Test
    void aValueThatDoesNotFitIsRefused() {
        refuses("consent.deadline-days", "0");
        refuses("consent.deadline-days", "ten");
        refuses("council.quorum", "66%");
        refuses("council.quorum", ">3/2");
        refuses("council.majority-base", "SOME");
        refuses("government-representatives-vote", "yes");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> settings.change("no.such", "1"));
    }

    @Test
    @WithMockUser(roles = "LEADER")
    void onlyAnAdministratorMayChangeOne() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> settings.change("consent.deadline-days", "15"));
    }

    @Test
    void everySettingSaysWhatItRestsOn() {
        assertThat(settings.all())
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(setting.basis()).matches("D\\d+|P\\d+"));
    }

    private void refuses(String key, String value) {
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> settings.change(key, value));
    }
}
