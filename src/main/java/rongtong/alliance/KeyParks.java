package rongtong.alliance;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import rongtong.form.Choice;
import rongtong.form.LookupSource;
import rongtong.identity.CurrentUser;
import rongtong.organization.Organizations;
import rongtong.shared.Page;

/** The key parks (重点建设园区) that the person's own government builds: the choices of {@code /key-parks}. */
@Service
public class KeyParks implements LookupSource {

    private final Proposers proposers;
    private final Organizations organizations;
    private final CurrentUser user;

    KeyParks(Proposers proposers, Organizations organizations, CurrentUser user) {
        this.proposers = proposers;
        this.organizations = organizations;
        this.user = user;
    }

    @Override
    public boolean serves(String address) {
        return URI.create(address).getPath().equals("/key-parks");
    }

    @Override
    public Page<Choice> find(String address, String filter, int page, int size) {
        var found = mine().stream()
                .map(park -> new Choice(park, organizations.name(park)))
                .filter(park -> park.label().contains(filter.strip()))
                .toList();
        int from = Math.min(page * size, found.size());
        return new Page<>(found.subList(from, Math.min(from + size, found.size())), page, size, found.size());
    }

    @Override
    public Optional<String> name(String address, String code) {
        return mine().contains(code) ? Optional.of(organizations.name(code)) : Optional.empty();
    }

    private List<String> mine() {
        return proposers.get(user.organization()).parks();
    }
}
