package rongtong.form;

import java.util.Optional;
import rongtong.shared.Page;

/**
 * Records that a picker offers (organisations, accounts, ledger entries …). A module implements it as a bean for each
 * address below {@code /api/v1} that its forms name in {@code properties.lookup}. It shows only what the person at work
 * may see.
 */
public interface LookupSource {

    /** @param address as in the form, with query, such as {@code /organizations?kind=school} */
    boolean serves(String address);

    /** @param filter what the person has typed, empty for all */
    Page<Choice> find(String address, String filter, int page, int size);

    /** Name of the record with this code, or nothing if the address does not offer it. */
    Optional<String> name(String address, String code);
}
