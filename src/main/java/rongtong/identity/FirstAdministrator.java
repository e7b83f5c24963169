package rongtong.identity;

import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Where nobody can log in yet, makes one administrator and prints a password that has to be changed at the first login.
 * It is printed once and stands nowhere else.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;

    FirstAdministrator(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select exists (select from identity.account)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        var bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        int entered = jdbc.sql("""
                        insert into identity.account
                            (username, display_name, organization, roles, password, must_change_password)
                        values ('admin', '系统管理员', :organization, array['ADMINISTRATOR'], :password, true)
                        on conflict do nothing
                        """)
                .param("organization", DemonstrationAccounts.OPERATOR)
                .param("password", passwords.encode(password))
                .update();
        if (entered > 0) {
            LOG.info("First start. Log in as admin with the one-time password {} (首次启动：请用 admin 登录，一次性密码如上)", password);
        }
    }
}
