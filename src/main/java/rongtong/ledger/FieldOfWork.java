package rongtong.ledger;

import rongtong.organization.Sector;

/**
 * A field (领域) in which demand and supply are compared and alliances are founded.
 *
 * @param name in the language of the person
 */
public record FieldOfWork(String code, Sector sector, String name) {}
