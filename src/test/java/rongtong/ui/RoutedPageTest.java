package rongtong.ui;

import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.browserless.internal.Routes;
import com.vaadin.browserless.mocks.MockInstantiator;
import com.vaadin.browserless.mocks.MockRequest;
import com.vaadin.browserless.mocks.MockVaadinHelper;
import com.vaadin.browserless.mocks.MockVaadinSession;
import com.vaadin.browserless.mocks.MockedUI;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.SpringServlet;
import com.vaadin.flow.spring.SpringVaadinServletService;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Pages as the running system shows them, without a browser: every route with the beans of the application, inside its frame,
 * behind its rules of access, and the pages that say what went wrong.
 */
public abstract class RoutedPageTest extends PageTest {

    @Autowired
    private ApplicationContext application;

    /** A window of its own, in which nothing was opened before. */
    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        scanTesters();
        MockVaadin.INSTANCE.setMockRequestFactory(RoutedPageTest::request);
        var servlet = new Servlet(application, discoverRoutes(Set.of("rongtong")));
        MockVaadin.setup(MockedUI::new, servlet, lookupServices());
        read(Locale.SIMPLIFIED_CHINESE);
    }

    /** Once there is a window. */
    @Override
    void readChinese() {}

    @AfterEach
    void forgetThePerson() {
        MockVaadin.INSTANCE.setMockRequestFactory(MockRequest::new);
    }

    /** Comes from the person at work, whoever that is when the router asks. */
    private static MockRequest request(HttpSession session) {
        var request = new MockRequest(session);
        request.principalProvider(() -> SecurityContextHolder.getContext().getAuthentication());
        request.roleChecker((person, role) -> person instanceof Authentication known
                && known.getAuthorities().stream()
                        .anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority())));
        return request;
    }

    /** All pages that there are, as the router knows them. */
    protected static List<RouteData> routes() {
        return UI.getCurrent().getInternals().getRouter().getRegistry().getRegisteredRoutes();
    }

    /** Goes to an address, its parameters included, as a click on a link does. */
    protected static void open(String address) {
        var parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
        MockVaadin.clientRoundtrip();
    }

    /** The servlet of the application, with a session that needs no browser. */
    private static final class Servlet extends SpringServlet {

        private final transient ApplicationContext application;
        private final Routes routes;

        Servlet(ApplicationContext application, Routes routes) {
            super(application, false);
            this.application = application;
            this.routes = routes;
        }

        @Override
        protected DeploymentConfiguration createDeploymentConfiguration() throws jakarta.servlet.ServletException {
            MockVaadinHelper.mockFlowBuildInfo(this);
            return super.createDeploymentConfiguration();
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            var service = new Service(this, configuration, application);
            service.init();
            routes.register(service.getContext());
            return service;
        }
    }

    private static final class Service extends SpringVaadinServletService {

        Service(SpringServlet servlet, DeploymentConfiguration configuration, ApplicationContext application) {
            super(servlet, configuration, application);
        }

        @Override
        protected boolean isAtmosphereAvailable() {
            return false;
        }

        @Override
        public String getMainDivId(VaadinSession session, VaadinRequest request) {
            return "ROOT-1";
        }

        @Override
        protected VaadinSession createVaadinSession(VaadinRequest request) {
            return new MockVaadinSession(this, MockedUI::new);
        }

        @Override
        public Instantiator getInstantiator() {
            return MockInstantiator.create(super.getInstantiator());
        }
    }
}
