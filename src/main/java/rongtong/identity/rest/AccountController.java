package rongtong.identity.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rongtong.identity.Account;
import rongtong.identity.AccountFilter;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.organization.Organizations;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/** Accounts to whom work can be given. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "accounts")
class AccountController {

    private final Accounts accounts;
    private final CurrentUser user;
    private final Organizations organizations;

    AccountController(Accounts accounts, CurrentUser user, Organizations organizations) {
        this.user = user;
        this.accounts = accounts;
        this.organizations = organizations;
    }

    /** An account as pickers show it: {@code code} is the user name. */
    record Answer(String code, String name, String organization, String organizationName) {}

    @GetMapping
    @Operation(summary = "Enabled accounts; organization=mine means those of the caller's organisation")
    Page<Answer> accounts(
            @RequestParam @Nullable String organization,
            @RequestParam @Nullable String role,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        var request = PageRequest.of(page, size);
        var filter = AccountFilter.parse(organization, role, q).seenBy(user);
        return accounts.search(filter, request.page(), request.size()).map(this::answer);
    }

    private Answer answer(Account account) {
        return new Answer(
                account.username(),
                account.displayName(),
                account.organization(),
                organizations.name(account.organization()));
    }
}
