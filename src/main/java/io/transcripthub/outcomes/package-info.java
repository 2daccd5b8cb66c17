/** How interactions ended, and what that has to do with their sentiment; in plain Java. */
package io.transcripthub.outcomes;
