package rongtong.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;

/** Somebody at a browser, logged in: finds things by their words and roles, as a person does. */
class Person implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String root;

    private Person(BrowserContext context, Page page, String root) {
        this.context = context;
        this.page = page;
        this.root = root;
    }

    /** A stranger, not logged in. */
    static Person at(Browser browser, String root) {
        return sized(browser, root, 1280, 800);
    }

    static Person sized(Browser browser, String root, int width, int height) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(width, height));
        context.setDefaultTimeout(20_000);
        return new Person(context, context.newPage(), root);
    }

    Person logsIn(String username, String password) {
        page.navigate(root + "/login");
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("vaadin-login-form vaadin-button[theme~=primary], vaadin-button[theme~=primary]")
                .first()
                .click();
        page.waitForURL(url -> !url.contains("/login"));
        return settles();
    }

    Person opens(String path) {
        page.navigate(root + path);
        return settles();
    }

    /** Waits until the server has answered what was last done. */
    Person settles() {
        page.waitForLoadState(LoadState.LOAD);
        page.waitForFunction("() => !window.Vaadin || !window.Vaadin.Flow || !window.Vaadin.Flow.clients"
                + " || Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive())");
        return this;
    }

    Person clicks(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        return settles();
    }

    Person sees(String words) {
        page.getByText(words).first().waitFor();
        return this;
    }

    boolean seesNow(String words) {
        return page.getByText(words).count() > 0;
    }

    String address() {
        return page.url().substring(root.length());
    }

    Locator field(String path) {
        return page.locator("[data-field=\"" + path + "\"]");
    }

    Page page() {
        return page;
    }

    Person pictures(String name) {
        page.waitForTimeout(400);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + ".png")));
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
