import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * One Elasticsearch node on loopback, without authentication: a program in one source file, run by the Java that the
 * server needs. It prints a line when it listens, and ends when its standard input does.
 */
final class ElasticsearchNode {
    private ElasticsearchNode() {}

    /** @param arguments folder of the server, folder of its data, HTTP port */
    public static void main(String[] arguments) throws Exception {
        LogConfigurator.configureESLogging();
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Path data = Path.of(arguments[1]).toAbsolutePath();
        Settings settings = Settings.builder()
                .put("path.home", home.toString())
                .put("path.data", data.toString())
                .put("path.logs", data.resolve("logs").toString())
                .put("cluster.name", "search-server-under-test")
                .put("node.name", "one")
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("transport.port", 0)
                .put("http.port", arguments[2])
                .put("http.max_content_length", "32mb")
                .put("node.processors", 2)
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        Environment environment = new Environment(settings, data.resolve("config"));
        PluginsLoader plugins =
                PluginsLoader.createPluginsLoader(modules(environment.modulesDir()), Set.of(), Map.of(), false);
        try (Node node = new Node(environment, plugins)) {
            node.start();
            System.out.println("started");
            System.in.transferTo(System.err);
        }
    }

    /** Elasticsearch 9 takes a second argument, whether modules that cannot be loaded are passed over. */
    @SuppressWarnings("unchecked")
    private static <T> Set<T> modules(Path folder) throws ReflectiveOperationException {
        var load = Arrays.stream(PluginsLoader.class.getMethods())
                .filter(method -> method.getName().equals("loadModulesBundles"))
                .findFirst()
                .orElseThrow();
        return (Set<T>) (load.getParameterCount() == 1 ? load.invoke(null, folder) : load.invoke(null, folder, false));
    }
}
