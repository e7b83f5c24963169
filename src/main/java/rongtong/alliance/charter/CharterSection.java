package rongtong.alliance.charter;

import java.util.Arrays;
import java.util.List;
import rongtong.shared.Message;

/**
 * What a charter must settle (LN-ALLIANCE 二(四)1), in the order in which it stands there. Its words are
 * {@code alliance.section.<NAME>}.
 */
public enum CharterSection {
    GUIDING_THOUGHT("guidingThought", Block.FOUNDATION),
    NAME("charterName", Block.FOUNDATION),
    NATURE("nature", Block.FOUNDATION),
    PURPOSE("purpose", Block.FOUNDATION),
    TASKS("charterTasks", Block.FOUNDATION),
    ORGANS_AND_DUTIES("organsAndDuties", Block.FOUNDATION),
    MEETING_SYSTEM("meetingSystem", Block.PROCEDURE),
    DELIBERATION_PROCEDURE("deliberationProcedure", Block.PROCEDURE),
    RESOLUTION_EXECUTION("resolutionExecution", Block.PROCEDURE),
    COOPERATION_INNOVATION("cooperationInnovation", Block.COOPERATION),
    COOPERATION_EDUCATION("cooperationEducation", Block.COOPERATION),
    COOPERATION_DEVELOPMENT("cooperationDevelopment", Block.COOPERATION),
    DRAFTING("charterDrafting", Block.CHARTER_ITSELF),
    REVIEW("charterReview", Block.CHARTER_ITSELF),
    AMENDMENT("charterAmendment", Block.CHARTER_ITSELF),
    ENTRY_INTO_FORCE("entryIntoForce", Block.CHARTER_ITSELF);

    /** The four groups of mandatory content. */
    public enum Block {
        /** 指导思想、名称、性质、宗旨、任务、组织机构与职责 (R-LNA-37). */
        FOUNDATION,
        /** 会议制度、议事程序、决议执行程序 (R-LNA-38). */
        PROCEDURE,
        /** 协同创新、协同育人、协同发展等方面的合作方式 (R-LNA-39). */
        COOPERATION,
        /** 章程自身的制定、审议、修改、启动程序 (R-LNA-40; 启动 is read as entry into force). */
        CHARTER_ITSELF
    }

    private final String field;
    private final Block block;

    CharterSection(String field, Block block) {
        this.field = field;
        this.block = block;
    }

    /** Key of the field in forms and in kept texts. */
    public String field() {
        return field;
    }

    public Block block() {
        return block;
    }

    public Message label() {
        return Message.of("alliance.section." + name());
    }

    /** The sections of a block. */
    public static List<CharterSection> of(Block block) {
        return Arrays.stream(values()).filter(section -> section.block == block).toList();
    }
}
