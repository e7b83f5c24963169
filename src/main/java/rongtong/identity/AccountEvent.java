package rongtong.identity;

import rongtong.shared.Auditable;
import rongtong.shared.Message;

/** Something has happened to an account that goes into the audit trail. */
record AccountEvent(String action, String username, Message description) implements Auditable {

    static AccountEvent loggedIn(String username) {
        return new AccountEvent("ACCOUNT.LOGGED-IN", username, Message.of("identity.logged-in", username));
    }

    static AccountEvent locked(String username) {
        return new AccountEvent("ACCOUNT.LOCKED", username, Message.of("identity.locked-out", username));
    }

    static AccountEvent passwordChanged(String username) {
        return new AccountEvent(
                "ACCOUNT.PASSWORD-CHANGED", username, Message.of("identity.password-changed", username));
    }

    static AccountEvent profileChanged(String username) {
        return new AccountEvent("ACCOUNT.PROFILE-CHANGED", username, Message.of("identity.profile-changed", username));
    }

    static AccountEvent tokenIssued(String username, String name) {
        return new AccountEvent("TOKEN.ISSUED", username, Message.of("identity.token-issued", username, name));
    }

    static AccountEvent tokenRevoked(String username, String name) {
        return new AccountEvent("TOKEN.REVOKED", username, Message.of("identity.token-revoked", username, name));
    }

    @Override
    public String subject() {
        return username;
    }
}
