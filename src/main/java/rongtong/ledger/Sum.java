package rongtong.ledger;

/** Entries of one field and kind in a ledger, and what their numbers add up to. */
public record Sum(String fieldName, EntryKind kind, long entries, long number) {}
