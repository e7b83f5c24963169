package rongtong.workflow.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings the files under {@code bpmn/} and {@code forms/} into the engine at start: one deployment per folder, so that a
 * running case keeps the forms that its model was deployed with. A folder that has not changed is not deployed again.
 */
@Component
class Deployment implements InitializingBean {

    private final RepositoryService repository;

    Deployment(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterPropertiesSet() {
        try {
            var folders = new TreeMap<String, Map<String, Resource>>();
            var files = new PathMatchingResourcePatternResolver();
            for (var pattern : new String[] {"bpmn/**/*.bpmn", "bpmn/**/*.dmn", "forms/**/*.form"}) {
                var root = pattern.substring(0, pattern.indexOf('/') + 1);
                for (var file : files.getResources("classpath*:" + pattern)) {
                    var path = file.getURL().toString();
                    var name = path.substring(path.lastIndexOf("/" + root) + 1 + root.length());
                    var folder = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
                    folders.computeIfAbsent(folder, any -> new TreeMap<>()).put(root + name, file);
                }
            }
            for (var folder : folders.entrySet()) {
                deploy(folder.getKey(), folder.getValue());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The models on the classpath cannot be read", unreadable);
        }
    }

    private void deploy(String folder, Map<String, Resource> files) throws IOException {
        var deployment = repository
                .createDeployment()
                .name("rongtong/" + folder)
                .source("rongtong")
                .enableDuplicateFiltering(false);
        for (var file : files.entrySet()) {
            try (var content = file.getValue().getInputStream()) {
                deployment.addInputStream(file.getKey(), content);
            }
        }
        deployment.deploy();
    }
}
