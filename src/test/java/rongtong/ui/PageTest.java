package rongtong.ui;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.identity.CurrentUser;

/** Pages without a browser, as somebody who reads Chinese sees them unless the test says otherwise. */
public abstract class PageTest extends BrowserlessTest {

    @Autowired
    protected CurrentUser user;

    /** Tests make the views that they look at: no routes are searched for unless the test says where. */
    @Override
    protected Set<String> scanPackages() {
        return getClass().isAnnotationPresent(ViewPackages.class) ? super.scanPackages() : Set.of("rongtong.shared");
    }

    @BeforeAll
    static void readTextsFromBundles() {
        System.setProperty("vaadin.i18n.provider", BundleTexts.class.getName());
    }

    @BeforeEach
    void readChinese() {
        read(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    /** What is opened from now on is in this language. */
    protected static void read(Locale language) {
        UI.getCurrent().setLocale(language);
        LocaleContextHolder.setLocale(language);
    }

    protected <T> T as(String username, Callable<T> work) throws Exception {
        return user.runAs(username, work);
    }

    protected static <V extends Component> V shown(V view) {
        UI.getCurrent().add(view);
        return view;
    }

    /** Shows a view that takes from its address what it is about. @param parameters of its route */
    protected static <V extends Component & BeforeEnterObserver> V opened(
            V view, String address, Map<String, String> parameters) {
        var event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location(address));
        when(event.getRouteParameters()).thenReturn(new RouteParameters(parameters));
        shown(view).beforeEnter(event);
        return view;
    }

    protected Button button(Component part, String words) {
        return find(Button.class, part).withText(words).single();
    }

    protected static String text(Component part) {
        return part.getElement().getTextRecursively();
    }
}
