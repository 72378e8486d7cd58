// SPDX-License-Identifier: Apache-2.0
// SFML's events as Dear ImGui wants them. Keys: see key_of() for their indices.
#pragma once

#include <SFML/Window/Event.hpp>

namespace muster::viewer {

void map_keys();
void pass_on(const sf::Event& event);

}  // namespace muster::viewer
