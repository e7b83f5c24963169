package rongtong.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClausesTest {

    final Clauses clauses = new Clauses();
    final Rules rules = new Rules();

    @Test
    void aClauseIsFoundByDocumentAndNumber() {
        var clause = clauses.find("LN-ALLIANCE", "二(二)1").orElseThrow();

        assertThat(clause.title()).isEqualTo("遴选联盟成员");
        assertThat(clause.documentTitle()).isEqualTo("辽宁省加强校企联盟建设实施方案（试行）");
        assertThat(clause.quotation()).contains("可加入多个联盟");
        assertThat(clauses.find("LN-ALLIANCE 二(二)1")).contains(clause);
        assertThat(clauses.find("LN-ALLIANCE", "九")).isEmpty();
    }

    @Test
    void aRuleIsHardOrSoftAndNamesItsProcesses() {
        assertThat(rules.find("R-LNA-17").orElseThrow().hard()).isFalse();
        assertThat(rules.find("R-LNA-01").orElseThrow().processes()).containsExactly("P01", "P02", "P03");
        assertThat(rules.of("P08")).isNotEmpty();
    }

    @Test
    void theDocumentsAreComplete() {
        assertThat(clauses.of("LN-ALLIANCE")).hasSize(29);
        assertThat(rules.all()).hasSize(198);
    }
}
