package rongtong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rongtong.RongtongTest;
import rongtong.shared.Demonstration;

@RongtongTest
class LoginTest {

    static final String ME = "/api/v1/me";

    @Autowired
    MockMvc calls;

    @Autowired
    Demonstration demonstration;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    DemonstrationAccounts accounts;

    @Autowired
    FirstAdministrator firstAdministrator;

    @AfterEach
    void removeOwnAccounts() {
        jdbc.sql("delete from identity.account where username like 'login-test%'")
                .update();
    }

    @Test
    void aProgramLogsInByBasicAndHearsWhoItIs() throws Exception {
        calls.perform(get(ME).with(httpBasic("ln-edu.handler", demonstration.password())))
                .andExpect(status().isOk())
                .andExpect(cookie().doesNotExist("JSESSIONID"))
                .andExpect(jsonPath("$.username").value("ln-edu.handler"))
                .andExpect(jsonPath("$.displayName").value("辽宁省教育厅经办人"))
                .andExpect(jsonPath("$.locale").value("zh-CN"))
                .andExpect(jsonPath("$.organization.code").value("LN-EDU"))
                .andExpect(jsonPath("$.organization.name").value("辽宁省教育厅"))
                .andExpect(jsonPath("$.organization.kind").value("DEPARTMENT"))
                .andExpect(jsonPath("$.roles").value(Matchers.contains("HANDLER")));
    }

    @Test
    void theAccountsOfTheDemonstrationAreThose() throws Exception {
        for (var username : new String[] {
            "ln-edu.leader", "school-4121010142", "school-sec-01", "ent-000410", "inst-001", "expert-01", "expert-20",
            "admin", "admin2", "auditor", "ln-svcdepts.handler", "ln-park-shenfu.handler", "jl-fin.leader",
                    "LN-EDU.Handler"
        }) {
            calls.perform(get(ME).with(httpBasic(username, demonstration.password())))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void aStrangerGetsAProblemInChineseAndInEnglishIfAskedFor() throws Exception {
        calls.perform(get(ME))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", Matchers.startsWith("Basic")))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value(Matchers.endsWith("/unauthorized")))
                .andExpect(jsonPath("$.detail").value(Matchers.startsWith("请使用账号密码")));
        calls.perform(get(ME).header("Accept-Language", "en-GB"))
                .andExpect(jsonPath("$.title").value("Not logged in"));
    }

    @Test
    void aWrongPasswordAndAnUnknownNameSoundTheSame() throws Exception {
        account("login-test-1", "right password", true);

        var wrong = calls.perform(get(ME).with(httpBasic("login-test-1", "wrong")))
                .andExpect(status().isUnauthorized())
                .andReturn();
        var unknown = calls.perform(get(ME).with(httpBasic("login-test-unknown", "wrong")))
                .andExpect(status().isUnauthorized())
                .andReturn();

        assertThat(wrong.getResponse().getContentAsString())
                .isEqualTo(unknown.getResponse().getContentAsString());
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForAWhile() throws Exception {
        account("login-test-2", "right password", true);
        calls.perform(get(ME).with(httpBasic("login-test-2", "right password"))).andExpect(status().isOk());
        for (int i = 0; i < 4; i++) {
            calls.perform(get(ME).with(httpBasic("login-test-2", "wrong")))
                    .andExpect(jsonPath("$.detail").value("账号或密码不正确。"));
        }

        calls.perform(get(ME).with(httpBasic("login-test-2", "wrong")))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("账号已锁定至")));

        calls.perform(get(ME).with(httpBasic("login-test-2", "right password"))).andExpect(status().isUnauthorized());
        jdbc.sql(
                        "update identity.failed_login set last_at = last_at - interval '10 minutes' where username = 'login-test-2'")
                .update();
        calls.perform(get(ME).with(httpBasic("login-test-2", "right password"))).andExpect(status().isOk());
    }

    @Test
    void whoGuessesKeepsNobodyElseOut() throws Exception {
        account("login-test-16", "right password", true);
        for (int i = 0; i < 6; i++) {
            calls.perform(get(ME).with(httpBasic("login-test-16", "wrong")).with(from("203.0.113.9")))
                    .andExpect(status().isUnauthorized());
        }

        calls.perform(get(ME).with(httpBasic("login-test-16", "right password")).with(from("198.51.100.6")))
                .andExpect(status().isOk());
        calls.perform(get(ME).with(httpBasic("login-test-16", "right password")).with(from("203.0.113.9")))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void guessesFromManyAddressesLockTheAccountForAll() throws Exception {
        account("login-test-17", "right password", true);
        for (int i = 0; i < Logins.ATTEMPTS; i++) {
            calls.perform(get(ME).with(httpBasic("login-test-17", "wrong")).with(from("203.0.113." + i)))
                    .andExpect(status().isUnauthorized());
        }

        calls.perform(get(ME).with(httpBasic("login-test-17", "right password")).with(from("198.51.100.6")))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("账号已锁定至")));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    @Test
    void aSuccessForgivesEarlierFailures() throws Exception {
        account("login-test-3", "right password", true);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                calls.perform(get(ME).with(httpBasic("login-test-3", "wrong"))).andExpect(status().isUnauthorized());
            }
            calls.perform(get(ME).with(httpBasic("login-test-3", "right password")))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void aDisabledAccountIsRefused() throws Exception {
        account("login-test-4", "right password", false);

        calls.perform(get(ME).with(httpBasic("login-test-4", "right password")))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.detail").value("该账号已停用，请联系管理员。"));
    }

    @Test
    void hostileUserNamesAreJustWrong() throws Exception {
        for (var name : new String[] {"' or 1=1 --", "a\0b", "x".repeat(5000), "админ"}) {
            calls.perform(get(ME).with(httpBasic(name, "x"))).andExpect(status().isUnauthorized());
        }
        calls.perform(get(ME).with(httpBasic("admin2", "x".repeat(100_000)))).andExpect(status().isUnauthorized());
        calls.perform(get(ME).header("Authorization", "Basic !!!")).andExpect(status().isUnauthorized());
    }

    @Test
    void aChangedPasswordCountsAtOnce() throws Exception {
        account("login-test-5", "right password", true);
        var before = httpBasic("login-test-5", "right password");
        calls.perform(get(ME).with(before)).andExpect(status().isOk());

        calls.perform(change("{\"present\":\"right password\",\"next\":\"short\"}")
                        .with(before))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("next"));
        calls.perform(change("{\"present\":\"right password\",\"next\":\"better password\"}")
                        .with(before))
                .andExpect(status().isNoContent());

        calls.perform(get(ME).with(before)).andExpect(status().isUnauthorized());
        calls.perform(get(ME).with(httpBasic("login-test-5", "better password")))
                .andExpect(status().isOk());
    }

    @Test
    void aTokenLogsInUntilItIsRevoked() throws Exception {
        account("login-test-6", "right password", true);
        var basic = httpBasic("login-test-6", "right password");
        var issued = calls.perform(post(ME + "/tokens")
                        .with(basic)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"nightly import\"}"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var bearer = "Bearer " + JsonPath.<String>read(issued, "$.token");
        String id = JsonPath.read(issued, "$.id");

        calls.perform(get(ME).header("Authorization", bearer))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.username").value("login-test-6"));
        calls.perform(get(ME + "/tokens").with(basic))
                .andExpect(jsonPath("$.length()").value(1));

        calls.perform(delete(ME + "/tokens/" + id).with(httpBasic("admin2", demonstration.password())))
                .andExpect(status().isNotFound());
        calls.perform(delete(ME + "/tokens/" + id).header("Authorization", bearer))
                .andExpect(status().isNoContent());
        calls.perform(get(ME).header("Authorization", bearer)).andExpect(status().isUnauthorized());
        assertThat(jdbc.sql("select count(*) from identity.token where username = 'login-test-6'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aOneTimePasswordOpensNothingButItsOwnReplacement() throws Exception {
        account("login-test-7", "one-time password", true);
        jdbc.sql("update identity.account set must_change_password = true where username = 'login-test-7'")
                .update();
        var basic = httpBasic("login-test-7", "one-time password");

        for (var address : new String[] {ME, ME + "/tokens", "/api/v1/tasks", "/api/v1/messages"}) {
            calls.perform(get(address).with(basic))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.type").value(Matchers.endsWith("/password-change-required")))
                    .andExpect(jsonPath("$.detail").value(Matchers.containsString("一次性密码")));
        }
        calls.perform(post(ME + "/tokens")
                        .with(basic)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"way around\"}"))
                .andExpect(status().isForbidden());
        calls.perform(change("{\"present\":\"one-time password\",\"next\":\"my own password\"}")
                        .with(basic))
                .andExpect(status().isNoContent());

        calls.perform(get(ME).with(httpBasic("login-test-7", "my own password")))
                .andExpect(status().isOk());
    }

    @Test
    void aTokenSaysWhenItWasLastUsed() throws Exception {
        account("login-test-8", "right password", true);
        var basic = httpBasic("login-test-8", "right password");
        var issued = calls.perform(post(ME + "/tokens")
                        .with(basic)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"nightly import\"}"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        calls.perform(get(ME + "/tokens").with(basic))
                .andExpect(jsonPath("$[0].usedAt").value(Matchers.nullValue()));

        calls.perform(get(ME).header("Authorization", "Bearer " + JsonPath.<String>read(issued, "$.token")))
                .andExpect(status().isOk());

        calls.perform(get(ME + "/tokens").with(basic))
                .andExpect(jsonPath("$[0].usedAt").value(Matchers.notNullValue()));
    }

    @Test
    void theProfileTakesAnAddressAndRefusesWhatIsNone() throws Exception {
        account("login-test-9", "right password", true);
        var basic = httpBasic("login-test-9", "right password");

        for (var wrong : new String[] {
            "nobody", "a@b", "A <a@example.cn>", "a@example.cn,b@example.cn", "a@example.cn\\r\\nBcc: b@example.cn"
        }) {
            calls.perform(profile("{\"mail\":\"" + wrong + "\"}").with(basic))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("mail"));
        }
        calls.perform(profile("{\"delivery\":\"AT_ONCE\"}").with(basic))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("mail"));
        calls.perform(profile("{\"locale\":\"fr\"}").with(basic)).andExpect(status().isUnprocessableContent());
        calls.perform(profile("{\"delivery\":\"HOURLY\"}").with(basic)).andExpect(status().isBadRequest());

        calls.perform(profile("{\"mail\":\"handler@ln.example\",\"delivery\":\"DAILY\",\"locale\":\"en\"}")
                        .with(basic))
                .andExpect(status().isNoContent());
        calls.perform(get(ME + "/profile").with(basic))
                .andExpect(jsonPath("$.mail").value("handler@ln.example"))
                .andExpect(jsonPath("$.delivery").value("DAILY"))
                .andExpect(jsonPath("$.locale").value("en"));
        calls.perform(get(ME).with(basic)).andExpect(jsonPath("$.locale").value("en"));
    }

    @Test
    void administrationIsForAdministratorsAndForAuditorsToRead() throws Exception {
        calls.perform(get("/api/v1/admin/nothing").with(httpBasic("ln-edu.leader", demonstration.password())))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value(Matchers.endsWith("/forbidden")));
        calls.perform(get("/api/v1/admin/nothing").with(httpBasic("auditor", demonstration.password())))
                .andExpect(status().isNotFound());
        calls.perform(post("/api/v1/admin/nothing").with(httpBasic("auditor", demonstration.password())))
                .andExpect(status().isForbidden());
        calls.perform(post("/api/v1/admin/nothing").with(httpBasic("admin", demonstration.password())))
                .andExpect(status().isNotFound());
    }

    @Test
    void onlyWhatIsPublicIsOpenToStrangers() throws Exception {
        for (var address : new String[] {
            "/api/v1/organizations", "/api/v1/tasks", "/api/v1/nothing", "/api/v2/me", "/v3/api-docs", "/actuator/env"
        }) {
            var answer = calls.perform(get(address)).andReturn().getResponse();
            assertThat(answer.getStatus()).as(address).isIn(401, 302);
        }
        calls.perform(get("/actuator/health")).andExpect(status().isOk());
        calls.perform(get("/v3/api-docs").with(httpBasic("ln-edu.handler", demonstration.password())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.info.title").value("融通 Rongtong"))
                .andExpect(jsonPath("$.components.securitySchemes.token.scheme").value("bearer"));
    }

    @Test
    void theFormOfTheScreensLogsInAndGivesTheSessionANewId() throws Exception {
        var page = calls.perform(get("/")).andReturn();
        assertThat(page.getResponse().getRedirectedUrl()).endsWith("/login");

        var before = page.getRequest().getSession();
        var idBefore = before == null ? "" : before.getId();
        var login = calls.perform(post("/login")
                        .session((MockHttpSession) page.getRequest().getSession(true))
                        .param("username", "ln-edu.handler")
                        .param("password", demonstration.password())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn();

        assertThat(login.getRequest().getSession().getId()).isNotEqualTo(idBefore);
        assertThat(login.getResponse().getRedirectedUrl()).doesNotContain("error");
    }

    @Test
    void answersCarryTheHeadersThatProtectABrowser() throws Exception {
        calls.perform(get("/login"))
                .andExpect(header().string("Content-Security-Policy", Matchers.containsString("default-src 'self'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"));
    }

    @Test
    void aSecondStartMakesNoAccountAndNoAdministrator() {
        var before = count();

        accounts.afterPropertiesSet();
        firstAdministrator.run(new DefaultApplicationArguments());

        assertThat(count()).isEqualTo(before).isGreaterThan(1_300);
    }

    private long count() {
        return jdbc.sql("select count(*) from identity.account where demonstration")
                .query(Long.class)
                .single();
    }

    private static MockHttpServletRequestBuilder change(String body) {
        return post(ME + "/password").contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static MockHttpServletRequestBuilder profile(String body) {
        return put(ME + "/profile").contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private void account(String username, String password, boolean enabled) {
        jdbc.sql("""
                        insert into identity.account (username, display_name, organization, roles, password, enabled)
                        values (:username, :username, 'LN-EDU', array['HANDLER'], :password, :enabled)
                        """)
                .param("username", username)
                .param("password", passwords.encode(password))
                .param("enabled", enabled)
                .update();
    }
}
