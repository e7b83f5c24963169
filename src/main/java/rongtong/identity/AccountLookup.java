package rongtong.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import rongtong.form.Choice;
import rongtong.form.LookupSource;
import rongtong.shared.LookupAddress;
import rongtong.shared.Page;

/** Offers accounts to the pickers of forms: {@code /accounts?organization=mine&role=handler}. */
@Component
class AccountLookup implements LookupSource {

    private static final String ADDRESS = "/accounts";
    private static final int FEW = 50;

    private final Accounts accounts;
    private final CurrentUser user;

    AccountLookup(Accounts accounts, CurrentUser user) {
        this.accounts = accounts;
        this.user = user;
    }

    @Override
    public boolean serves(String address) {
        return LookupAddress.parse(address).path().equals(ADDRESS);
    }

    @Override
    public Page<Choice> find(String address, String filter, int page, int size) {
        return records(address, filter, page, size)
                .map(account -> new Choice(account.username(), account.displayName()));
    }

    @Override
    public Optional<String> name(String address, String code) {
        return records(address, code, 0, FEW).items().stream()
                .filter(account -> account.username().equals(code))
                .map(Account::displayName)
                .findFirst();
    }

    private Page<Account> records(String address, String text, int page, int size) {
        var from = LookupAddress.parse(address);
        var filter = AccountFilter.parse(from.parameter("organization"), from.parameter("role"), text)
                .seenBy(user);
        return accounts.search(filter, page, size);
    }
}
