package rongtong.ledger.process;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rongtong.ledger.LedgerRounds;
import rongtong.ledger.LedgerType;
import rongtong.workflow.Step;

/** The user tasks of the four ledgers, which differ only in the ledger. A bean is named after its task. */
@Configuration(proxyBeanMethods = false)
class LedgerStepBeans {

    @Bean
    Step writeAgricultureLedger(LedgerRounds rounds) {
        return new WriteLedger("writeAgricultureLedger", LedgerType.AGRICULTURE, true, rounds);
    }

    @Bean
    Step writeIndustryLedger(LedgerRounds rounds) {
        return new WriteLedger("writeIndustryLedger", LedgerType.INDUSTRY, true, rounds);
    }

    /** Competent departments write, the leads submit (R-LNA-08). */
    @Bean
    Step writeServiceEntries(LedgerRounds rounds) {
        return new WriteLedger("writeServiceEntries", LedgerType.SERVICES, false, rounds);
    }

    @Bean
    Step writeServicesLedger(LedgerRounds rounds) {
        return new WriteLedger("writeServicesLedger", LedgerType.SERVICES, true, rounds);
    }

    @Bean
    Step writeSupplyLedger(LedgerRounds rounds) {
        return new WriteLedger("writeSupplyLedger", LedgerType.SUPPLY, true, rounds);
    }

    @Bean
    Step confirmAgricultureLedger(LedgerRounds rounds, LedgerTables tables) {
        return new ConfirmLedger("confirmAgricultureLedger", LedgerType.AGRICULTURE, rounds, tables);
    }

    @Bean
    Step confirmIndustryLedger(LedgerRounds rounds, LedgerTables tables) {
        return new ConfirmLedger("confirmIndustryLedger", LedgerType.INDUSTRY, rounds, tables);
    }

    @Bean
    Step confirmServicesLedger(LedgerRounds rounds, LedgerTables tables) {
        return new ConfirmLedger("confirmServicesLedger", LedgerType.SERVICES, rounds, tables);
    }

    @Bean
    Step confirmSupplyLedger(LedgerRounds rounds, LedgerTables tables) {
        return new ConfirmLedger("confirmSupplyLedger", LedgerType.SUPPLY, rounds, tables);
    }
}
