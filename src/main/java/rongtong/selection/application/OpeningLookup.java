package rongtong.selection.application;

import java.util.Optional;
import org.springframework.stereotype.Component;
import rongtong.form.Choice;
import rongtong.form.LookupSource;
import rongtong.identity.CurrentUser;
import rongtong.shared.Page;

/** Offers to pickers what the person's organisation can apply for now: {@code /programmes/openings}. */
@Component
class OpeningLookup implements LookupSource {

    private final Openings openings;
    private final CurrentUser user;

    OpeningLookup(Openings openings, CurrentUser user) {
        this.openings = openings;
        this.user = user;
    }

    @Override
    public boolean serves(String address) {
        return address.equals("/programmes/openings");
    }

    @Override
    public Page<Choice> find(String address, String filter, int page, int size) {
        var found = openings.of(user.organization()).stream()
                .filter(opening -> (opening.name() + opening.code()).contains(filter))
                .map(opening -> new Choice(opening.code(), opening.name()))
                .toList();
        var from = Math.min((long) page * size, found.size());
        return new Page<>(
                found.subList((int) from, (int) Math.min(from + size, found.size())), page, size, found.size());
    }

    @Override
    public Optional<String> name(String address, String code) {
        return openings.of(user.organization()).stream()
                .filter(opening -> opening.code().equals(code))
                .map(Openings.Opening::name)
                .findFirst();
    }
}
