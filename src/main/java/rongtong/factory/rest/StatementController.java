package rongtong.factory.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rongtong.factory.YearlyStatements;

/** Begins the yearly statements for administrators. */
@RestController
@RequestMapping("/api/v1/admin/factories")
@Tag(name = "factories")
class StatementController {

    private final YearlyStatements statements;

    StatementController(YearlyStatements statements) {
        this.statements = statements;
    }

    record Begun(int year, int begun) {}

    @PostMapping("/statements")
    @Operation(summary = "Begins the statement of a year for every factory that has none yet")
    Begun begin(@RequestParam int year) {
        return new Begun(year, statements.begin(year));
    }
}
