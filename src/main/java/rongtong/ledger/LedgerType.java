package rongtong.ledger;

import org.jspecify.annotations.Nullable;
import rongtong.organization.Sector;

/**
 * The four ledgers of a round and the functions that answer for them (LN-ALLIANCE 二(一)1; R-LNA-06 to R-LNA-09). Which
 * departments these are is asked of the organisations of the province.
 */
public enum LedgerType {
    /** 农业需求台账: agriculture with human resources. */
    AGRICULTURE(Side.DEMAND, Sector.AGRICULTURE, "agriculture", "human-resources", "agriculture"),
    /** 工业需求台账: industry with human resources. */
    INDUSTRY(Side.DEMAND, Sector.INDUSTRY, "industry", "human-resources", "industry"),
    /** 服务业需求台账: two leads, who merge what the competent departments of the services write. */
    SERVICES(Side.DEMAND, Sector.SERVICES, "development-reform", "human-resources", "services"),
    /** 供给台账: education with science, for all three sectors. */
    SUPPLY(Side.SUPPLY, null, "education", "science", "education");

    private final Side side;
    private final @Nullable Sector sector;
    private final String owner;
    private final String coOwner;
    private final String author;

    LedgerType(Side side, @Nullable Sector sector, String owner, String coOwner, String author) {
        this.side = side;
        this.sector = sector;
        this.owner = owner;
        this.coOwner = coOwner;
        this.author = author;
    }

    public Side side() {
        return side;
    }

    /** The sector of all its entries; null where each entry names its own. */
    public @Nullable Sector sector() {
        return sector;
    }

    /** Function of the department that submits the ledger. */
    public String owner() {
        return owner;
    }

    /** Function of the department that confirms it. */
    public String coOwner() {
        return coOwner;
    }

    /** Function of the departments that write its entries. */
    public String author() {
        return author;
    }

    /** Whether those who answer for the ledger only merge what others write (R-LNA-08). */
    public boolean isMerged() {
        return !author.equals(owner);
    }
}
