package rongtong.identity.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rongtong.identity.CurrentUser;
import rongtong.identity.MailDelivery;
import rongtong.identity.Passwords;
import rongtong.identity.Profiles;
import rongtong.identity.Role;
import rongtong.identity.Token;
import rongtong.identity.Tokens;
import rongtong.organization.Organizations;

/** The caller: account, profile, tokens, password. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "me")
class MeController {

    private static final int DAYS_OF_A_TOKEN = 90;

    private final CurrentUser user;
    private final Organizations organizations;
    private final Tokens tokens;
    private final Passwords passwords;
    private final Profiles profiles;
    private final Clock clock;

    MeController(
            CurrentUser user,
            Organizations organizations,
            Tokens tokens,
            Passwords passwords,
            Profiles profiles,
            Clock clock) {
        this.user = user;
        this.organizations = organizations;
        this.tokens = tokens;
        this.passwords = passwords;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** Whom the caller acts for. */
    record Unit(String code, String name, @Nullable String kind) {}

    /** The caller's account. */
    record Me(String username, String displayName, String locale, Unit organization, Set<Role> roles) {}

    /** A token without its secret. */
    record TokenAnswer(
            UUID id,
            String name,
            OffsetDateTime createdAt,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime usedAt) {}

    /** A token with its secret, the only time. */
    record IssuedAnswer(UUID id, String name, OffsetDateTime expiresAt, String token) {}

    /** What a new token is for, and how many days it holds (90 if left out). */
    record TokenWish(@Nullable String name, @Nullable Integer days) {}

    /** Language, address for mail (empty for none), and NONE, AT_ONCE or DAILY. */
    record ProfileWish(
            @Nullable String mail,
            @Nullable MailDelivery delivery,
            @Nullable String locale) {}

    /** The password now and the one wanted. */
    record PasswordWish(@Nullable String present, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "The caller's account")
    Me me() {
        var code = user.organization();
        var kind =
                organizations.find(code).map(organization -> organization.kind().name());
        return new Me(
                user.username(),
                user.displayName(),
                user.locale().toLanguageTag(),
                new Unit(code, organizations.name(code), kind.orElse(null)),
                new TreeSet<>(user.roles()));
    }

    @GetMapping("/profile")
    @Operation(summary = "What the caller has decided: language, address and delivery of mail")
    Profiles.Profile profile() {
        return profiles.mine();
    }

    @PutMapping("/profile")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Changes language, address and delivery of mail; what is left out stays")
    void changeProfile(@RequestBody ProfileWish wish) {
        var present = profiles.mine();
        profiles.change(new Profiles.Profile(
                Objects.requireNonNullElse(wish.mail(), present.mail()),
                Objects.requireNonNullElse(wish.delivery(), present.delivery()),
                Objects.requireNonNullElse(wish.locale(), present.locale())));
    }

    @GetMapping("/tokens")
    @Operation(summary = "The caller's tokens that still hold")
    List<TokenAnswer> tokens() {
        return tokens.mine().stream().map(this::answer).toList();
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A new personal token; its secret is in this answer only")
    IssuedAnswer issue(@RequestBody TokenWish wish) {
        var issued = tokens.issue(
                Objects.requireNonNullElse(wish.name(), ""), Objects.requireNonNullElse(wish.days(), DAYS_OF_A_TOKEN));
        var token = issued.token();
        return new IssuedAnswer(token.id(), token.name(), at(token.expiresAt()), issued.secret());
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Makes a token worthless")
    void revoke(@PathVariable UUID id) {
        tokens.revoke(id);
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Changes the caller's password")
    void changePassword(@RequestBody PasswordWish wish) {
        passwords.change(Objects.requireNonNullElse(wish.present(), ""), Objects.requireNonNullElse(wish.next(), ""));
    }

    private TokenAnswer answer(Token token) {
        var usedAt = token.usedAt();
        return new TokenAnswer(
                token.id(),
                token.name(),
                at(token.createdAt()),
                at(token.expiresAt()),
                usedAt == null ? null : at(usedAt));
    }

    private OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, clock.getZone());
    }
}
