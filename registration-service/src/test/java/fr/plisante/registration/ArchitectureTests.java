package fr.plisante.registration;

import fr.plisante.local.test.HouseRules;

class ArchitectureTests implements HouseRules {}
