package rongtong.robot;

/** A procedure as people carry it through over REST, for tests; each has steps of its own. */
public abstract class Journey {

    private final String password;
    private int port;

    /** @param password of the demonstration accounts */
    protected Journey(String password) {
        this.password = password;
    }

    /** Where the application under test listens. */
    public final void at(int port) {
        this.port = port;
    }

    public final Api as(String username) {
        return new Api(port, username, password);
    }
}
