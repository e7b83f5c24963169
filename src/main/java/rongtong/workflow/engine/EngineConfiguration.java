package rongtong.workflow.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rongtong.workflow.ProcessBean;

/** Sets the engine up: what diagrams may call, what is refused in them, and who is told of each task. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    ProcessEnginePlugin rongtongEngine(ApplicationContext context, TaskRecorder recorder) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setExpressionManager(new JuelExpressionManager(new ProcessBeans(context)));
                engine.setCustomPreBPMNParseListeners(
                        List.<BpmnParseListener>of(new RefuseScripts(), new ObserveTasks(recorder)));
                engine.setEnableScriptEngineLoadExternalResources(false);
                engine.setTaskMetricsEnabled(false);
                // A broken rule ends a command and is told to the person; what is unexpected, the page or program logs.
                engine.setEnableCmdExceptionLogging(false);
                engine.setEnableFetchScriptEngineFromProcessApplication(false);
            }

            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                LeftJobs.takeUp((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
            }
        };
    }

    /** The only beans that an expression sees: those that declare themselves with {@link ProcessBean}. */
    private static final class ProcessBeans extends java.util.AbstractMap<Object, Object> {

        private final ApplicationContext context;

        ProcessBeans(ApplicationContext context) {
            this.context = context;
        }

        @Override
        public boolean containsKey(Object name) {
            return name instanceof String text
                    && context.containsBean(text)
                    && context.findAnnotationOnBean(text, ProcessBean.class) != null;
        }

        @Override
        @SuppressWarnings("NullAway") // a map answers null for what it does not hold
        public Object get(Object name) {
            return containsKey(name) ? context.getBean((String) name) : null;
        }

        @Override
        public Set<Map.Entry<Object, Object>> entrySet() {
            return Set.of();
        }
    }
}
