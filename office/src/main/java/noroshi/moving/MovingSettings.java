package noroshi.moving;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation allows when sites move in.
 *
 * @param folders of this server that officers may name, besides {@code moving} in the data folder
 * @param privateHosts {@code host} or {@code host:port} of an old site inside the organisation's own network
 * @param crawlPauseMs between two requests to an old site
 */
@ConfigurationProperties("noroshi.moving")
public record MovingSettings(
        @DefaultValue List<Path> folders,
        @DefaultValue List<String> privateHosts,
        @DefaultValue("1000") int crawlPauseMs) {}
