package rongtong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import rongtong.RongtongTest;
import rongtong.form.LookupSource;
import rongtong.shared.NotFound;

@RongtongTest
class CurrentUserTest {

    @Autowired
    CurrentUser user;

    @Autowired
    Accounts accounts;

    @Autowired
    List<LookupSource> lookups;

    @Test
    void nobodyIsAtWorkUnlessLoggedIn() {
        assertThat(user.isPresent()).isFalse();
        assertThat(user.has(Role.HANDLER)).isFalse();
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(user::username);
    }

    @Test
    void oneGroupForEachRoleAndNoMore() throws Exception {
        assertThat(user.runAs("ln-edu.handler", user::groups)).containsExactly("LN-EDU:HANDLER");
        assertThat(user.runAs("ln-edu.leader", user::groups)).containsExactly("LN-EDU:LEADER");
        assertThat(user.runAs("ent-000410", user::groups)).containsExactly("ent-000410:APPLICANT");
        assertThat(user.isPresent()).isFalse();
    }

    @Test
    void aGroupHasTheEnabledAccountsOfTheOrganisationThatHoldTheRole() {
        assertThat(accounts.members("LN-EDU:HANDLER")).containsExactly("ln-edu.handler");
        assertThat(accounts.members("school-4121010142:APPLICANT")).containsExactly("school-4121010142");
        assertThat(accounts.members("nonsense")).isEmpty();
        assertThat(accounts.members("LN-EDU:NONSENSE")).isEmpty();
    }

    @Test
    void accountsAreFoundByOrganisationAndName() {
        assertThat(accounts.find("LN-EDU")).extracting(Account::username).contains("ln-edu.handler", "ln-edu.leader");
        assertThat(accounts.displayName("school-4121010142")).isEqualTo("沈阳工业大学");
        assertThat(accounts.displayName("gone")).isEqualTo("gone");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> accounts.get("gone"));
    }

    @Test
    void pickersOfferOrganisationsAndAccounts() throws Exception {
        var schools = "/organizations?kind=school&province=LN";
        assertThat(source(schools).find(schools, "工业", 0, 10).items())
                .anyMatch(choice -> choice.value().equals("school-4121010142"));
        assertThat(source(schools).name(schools, "school-4121010142")).contains("沈阳工业大学");
        assertThat(source(schools).name(schools, "ent-000410")).isEmpty();
        assertThat(source("/majors?level=%E6%9C%AC%E7%A7%91")
                        .find("/majors?level=%E6%9C%AC%E7%A7%91", "机械", 0, 10)
                        .total())
                .isPositive();

        var colleagues = "/accounts?organization=mine&role=leader";
        assertThat(user.runAs("ln-edu.handler", () -> source(colleagues).find(colleagues, "", 0, 10))
                        .items())
                .singleElement()
                .satisfies(choice -> assertThat(choice.value()).isEqualTo("ln-edu.leader"));
    }

    private LookupSource source(String address) {
        return lookups.stream()
                .filter(lookup -> lookup.serves(address))
                .findFirst()
                .orElseThrow();
    }
}
