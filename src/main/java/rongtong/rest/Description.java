package rongtong.rest;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the description of the interface says at its head. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Description {

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("融通 Rongtong").version("v1").description("""
                        Everything that the screens can do. Log in with HTTP Basic or a personal token; no session is made.

                        - Errors are `application/problem+json` (RFC 9457), worded in the language of `Accept-Language` (zh-CN if it names none).
                        - A POST may carry an `Idempotency-Key`: repeated with the same body it gives the first answer again.
                        - Lists take `page` (from 0) and `size` (up to 200) and answer `items`, `page`, `size`, `total`.
                        - Times are ISO-8601 with offset.
                        """))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }
}
