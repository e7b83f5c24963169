package rongtong.factory.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import rongtong.factory.Ownership;

/**
 * One line of the register; amounts in 万元.
 *
 * @param city name of the city or prefecture
 * @param assetValue appraised value of the state assets put in
 * @param returns filed so far
 * @param alarms open ones
 */
public record FactoryRow(
        UUID id,
        String number,
        String name,
        String school,
        String schoolName,
        String region,
        String city,
        Ownership ownership,
        FactoryStatus status,
        LocalDate registeredOn,
        BigDecimal assetValue,
        BigDecimal returns,
        int alarms) {

    /** What pickers of records submit. */
    @JsonProperty("code")
    public String code() {
        return id.toString();
    }
}
