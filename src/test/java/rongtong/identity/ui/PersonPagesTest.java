package rongtong.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.identity.MailDelivery;
import rongtong.identity.Profiles;
import rongtong.identity.Tokens;
import rongtong.organization.Organizations;
import rongtong.shared.Texts;
import rongtong.ui.Languages;
import rongtong.ui.PageTest;

/** The pages on which people keep their own account, without a browser. */
@RongtongTest
class PersonPagesTest extends PageTest {

    private static final String PERSON = "person-test-1";

    @Autowired
    Organizations organizations;

    @Autowired
    Profiles profiles;

    @Autowired
    Tokens tokens;

    @Autowired
    Languages languages;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aPerson() {
        jdbc.sql("""
                        insert into identity.account (username, display_name, organization, roles, password)
                        values (?, '测试人员', 'LN-EDU', array['HANDLER'], '-')
                        """).param(PERSON).update();
    }

    @AfterEach
    void removeThePerson() {
        jdbc.sql("delete from identity.account where username = ?")
                .param(PERSON)
                .update();
    }

    @Test
    void theProfileShowsTheAccountAndKeepsTheChoiceOfMail() throws Exception {
        as(PERSON, () -> {
            var view = shown(new ProfileView(user, organizations, profiles, languages, texts, ""));
            assertThat(text(view)).contains("测试人员", PERSON, "辽宁省教育厅", "经办", "尚未配置邮件服务器");

            test(find(EmailField.class, view).single()).setValue("handler@ln.example");
            delivery(view).setValue(MailDelivery.DAILY);
            test(button(view, "保存")).click();

            assertThat(profiles.mine().mail()).isEqualTo("handler@ln.example");
            assertThat(profiles.mine().delivery()).isEqualTo(MailDelivery.DAILY);
            return null;
        });
    }

    @Test
    void deliveryWithoutAnAddressIsRefusedAtTheField() throws Exception {
        as(PERSON, () -> {
            var view = shown(new ProfileView(user, organizations, profiles, languages, texts, "mail.ln.example"));
            assertThat(text(view)).doesNotContain("尚未配置邮件服务器");

            delivery(view).setValue(MailDelivery.AT_ONCE);
            test(button(view, "保存")).click();

            var mail = find(EmailField.class, view).single();
            assertThat(mail.isInvalid()).isTrue();
            assertThat(mail.getErrorMessage()).isEqualTo("要接收邮件，请先填写电子邮箱。");
            assertThat(delivery(view).getValue()).isEqualTo(MailDelivery.AT_ONCE);
            assertThat(profiles.mine().delivery()).isEqualTo(MailDelivery.NONE);
            return null;
        });
    }

    @Test
    void aTokenIsMadeShownOnceAndRevoked() throws Exception {
        as(PERSON, () -> {
            var view = shown(new TokenListView(tokens, texts));
            assertThat(text(view)).contains("没有有效令牌");

            test(button(view, "新建令牌")).click();
            var form = find(Dialog.class).single();
            test(button(form, "创建")).click();
            var name = find(TextField.class, form).single();
            assertThat(name.isInvalid()).as("a token needs a name").isTrue();
            test(name).setValue("台账夜间导入");
            test(button(form, "创建")).click();

            var secret = find(Dialog.class).single();
            assertThat(text(secret)).contains("rt_", "关闭后无法再次查看");
            test(button(secret, "关闭")).click();
            assertThat(text(view)).contains("台账夜间导入", "尚未使用").doesNotContain("rt_");

            test(button(view, "作废")).click();
            var question = find(Dialog.class).single();
            assertThat(text(question)).contains("将立即无法登录");
            test(button(question, "作废")).click();

            assertThat(tokens.mine()).isEmpty();
            assertThat(text(view)).contains("没有有效令牌");
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<MailDelivery> delivery(Component view) {
        return find(RadioButtonGroup.class, view).all().stream()
                .filter(group -> "邮件通知".equals(group.getLabel()))
                .findFirst()
                .orElseThrow();
    }
}
