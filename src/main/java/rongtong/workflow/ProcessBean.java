package rongtong.workflow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A bean that diagrams may call, as {@code ${name.method(variable)}}. The only door: expressions see no other bean.
 * Methods take process variables and return at most one value; rules live elsewhere.
 */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessBean {

    /** Name in expressions. */
    @AliasFor(annotation = Component.class)
    String value();
}
