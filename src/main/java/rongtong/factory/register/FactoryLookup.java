package rongtong.factory.register;

import java.util.Optional;
import org.springframework.stereotype.Component;
import rongtong.form.Choice;
import rongtong.form.LookupSource;
import rongtong.identity.CurrentUser;
import rongtong.shared.Page;

/** Offers the person's own running factories to pickers: {@code /factories?mine=true}. */
@Component
class FactoryLookup implements LookupSource {

    private final FactoryRegister register;
    private final CurrentUser user;

    FactoryLookup(FactoryRegister register, CurrentUser user) {
        this.register = register;
        this.user = user;
    }

    @Override
    public boolean serves(String address) {
        return address.equals("/factories?mine=true");
    }

    @Override
    public Page<Choice> find(String address, String filter, int page, int size) {
        var own = register.runningOf(user.organization()).stream()
                .filter(row -> (row.name() + row.number() + row.id()).contains(filter))
                .map(row -> new Choice(row.id().toString(), row.name() + " " + row.number()))
                .toList();
        var from = Math.min((long) page * size, own.size());
        return new Page<>(own.subList((int) from, (int) Math.min(from + size, own.size())), page, size, own.size());
    }

    @Override
    public Optional<String> name(String address, String code) {
        return register.runningOf(user.organization()).stream()
                .filter(row -> row.id().toString().equals(code))
                .map(row -> row.name() + " " + row.number())
                .findFirst();
    }
}
