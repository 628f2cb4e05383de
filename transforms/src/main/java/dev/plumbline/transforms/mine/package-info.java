/** The client of an InterMine web service: model, path query, requests, pages. Free of Beam. */
@NullMarked
package dev.plumbline.transforms.mine;

import org.jspecify.annotations.NullMarked;
