package rongtong.ui;

import java.util.Locale;
import java.util.Optional;

/** Who is logged in, as the frame of the screens needs to know it. Implemented by a module that knows accounts. */
public interface PersonAtWork {

    /** Nothing where nobody is logged in. */
    Optional<Profile> current();

    /**
     * @param name what to call the person
     * @param organization name of the organisation that the person acts for
     * @param language preferred by the account
     */
    record Profile(String name, String organization, Locale language) {}
}
